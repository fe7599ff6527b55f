import { Button } from "../../ui/button.tsx";
import { ConfirmPanel } from "../../ui/confirm-panel.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { NoPermission } from "../../ui/no-permission.tsx";
import { Notice } from "../../ui/notice.tsx";
import { OfflineNotice } from "../../ui/offline-notice.tsx";
import { styleGuide } from "../../words/nl.ts";

export function MessagesSection() {
  return (
    <>
      <section class="section stack">
        <Heading level={2}>{styleGuide.sections.messages}</Heading>
        <div class="grid grid--wide">
          <Notice tone="info" level={3} title={styleGuide.notices.info.title}>
            <p>{styleGuide.notices.info.text}</p>
          </Notice>
          <Notice tone="asking" level={3} title={styleGuide.notices.asking.title}>
            <p>{styleGuide.notices.asking.text}</p>
          </Notice>
          <Notice tone="good" level={3} title={styleGuide.notices.good.title}>
            <p>{styleGuide.notices.good.text}</p>
          </Notice>
          <Notice tone="attention" level={3} title={styleGuide.notices.attention.title}>
            <p>{styleGuide.notices.attention.text}</p>
          </Notice>
          <ErrorState requestId="7F3K-29QD" onRetry={() => undefined} />
          <NoPermission who={styleGuide.who} />
        </div>
        <OfflineNotice isOffline />
      </section>
      <section class="section stack">
        <Heading level={2}>{styleGuide.sections.second}</Heading>
        <div class="grid grid--wide">
          <ConfirmPanel
            title={styleGuide.confirm.title}
            preparedBy={styleGuide.confirm.preparedBy}
            preparedAt="2026-11-20T13:05:00Z"
            viewer={styleGuide.confirm.viewer}
            acts={
              <>
                <Button look="primary">{styleGuide.confirm.approve}</Button>
                <Button look="subtle">{styleGuide.confirm.decline}</Button>
              </>
            }
          >
            <p>{styleGuide.confirm.text}</p>
          </ConfirmPanel>
          <ConfirmPanel
            title={styleGuide.confirm.secondTitle}
            preparedBy={styleGuide.confirm.viewer}
            preparedAt="2026-11-20T13:05:00Z"
            viewer={styleGuide.confirm.viewer}
            refusal={styleGuide.confirm.refusal}
            acts={undefined}
          >
            <p>{styleGuide.confirm.text}</p>
          </ConfirmPanel>
        </div>
      </section>
    </>
  );
}
