import {
  askCorrection,
  confirmExpense,
  correctExpense,
  dropCorrection,
  ExpenseDraft,
  ExpenseId,
  ExpenseView,
  enterExpense,
  letExpenseGo,
  listExpenses,
  MandateId,
  Refusal,
  refuseExpense,
  takeBackExpense,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, IdempotencyHeaders, ok, operation, problems, RepeatHeaders } from "../route.ts";
import { createRouter } from "../router.ts";

const ofMandate = z.object({ mandateId: MandateId });
const params = z.object({ expenseId: ExpenseId });

const enterExpenseRoute = createRoute({
  ...operation("enterExpense", "Expenses", "Enter what was spent, with its receipt"),
  method: "post",
  path: "/mandates/{mandateId}/expenses",
  request: { params: ofMandate, headers: IdempotencyHeaders, body: body(ExpenseDraft) },
  responses: { 201: ok(ExpenseView, "The expense, waiting for a second person"), ...problems(400, 401, 403, 404, 409) },
});

const listExpensesRoute = createRoute({
  ...operation("listExpenses", "Expenses", "Every expense of a mandate, also those that wait or were refused"),
  method: "get",
  path: "/mandates/{mandateId}/expenses",
  request: { params: ofMandate },
  responses: {
    200: ok(z.object({ items: z.array(ExpenseView) }), "Expenses, newest first"),
    ...problems(400, 401, 403, 404),
  },
});

const confirmExpenseRoute = createRoute({
  ...operation("confirmExpense", "Expenses", "Confirm an expense as the second board member"),
  method: "post",
  path: "/expenses/{expenseId}/confirmations",
  request: { params, headers: IdempotencyHeaders },
  responses: { 200: ok(ExpenseView, "The expense, booked and public"), ...problems(400, 401, 403, 404, 409) },
});

const refuseExpenseRoute = createRoute({
  ...operation("refuseExpense", "Expenses", "Refuse an expense as the second board member"),
  method: "post",
  path: "/expenses/{expenseId}/refusals",
  request: { headers: RepeatHeaders, params, body: body(Refusal) },
  responses: { 200: ok(ExpenseView, "The expense, refused"), ...problems(400, 401, 403, 404, 409) },
});

const takeBackExpenseRoute = createRoute({
  ...operation("takeBackExpense", "Expenses", "Take back what you entered yourself, before anybody confirmed it"),
  method: "post",
  path: "/expenses/{expenseId}/withdrawals",
  request: { params, headers: RepeatHeaders },
  responses: { 200: ok(ExpenseView, "The expense, taken back"), ...problems(400, 401, 403, 404, 409) },
});

const letExpenseGoRoute = createRoute({
  ...operation("letExpenseGo", "Expenses", "Say that an expense that came back need not be entered again"),
  method: "post",
  path: "/expenses/{expenseId}/dismissals",
  request: { params, headers: RepeatHeaders },
  responses: { 200: ok(ExpenseView, "The expense; it waits for nobody"), ...problems(400, 401, 403, 404, 409) },
});

const askCorrectionRoute = createRoute({
  ...operation("askCorrection", "Expenses", "Ask to correct a booked expense"),
  method: "post",
  path: "/expenses/{expenseId}/correction-requests",
  request: { headers: RepeatHeaders, params, body: body(Refusal) },
  responses: { 200: ok(ExpenseView, "The expense, waiting for its correction"), ...problems(400, 401, 403, 404, 409) },
});

const correctExpenseRoute = createRoute({
  ...operation("correctExpense", "Expenses", "Book the mirror of an expense as the second board member"),
  method: "post",
  path: "/expenses/{expenseId}/corrections",
  request: { params, headers: IdempotencyHeaders },
  responses: { 200: ok(ExpenseView, "The expense, corrected"), ...problems(400, 401, 403, 404, 409) },
});

const dropCorrectionRoute = createRoute({
  ...operation("dropCorrection", "Expenses", "End a question for a correction without booking it"),
  method: "post",
  path: "/expenses/{expenseId}/correction-refusals",
  request: { params, headers: RepeatHeaders },
  responses: { 200: ok(ExpenseView, "The expense, as it was booked"), ...problems(400, 401, 403, 404, 409) },
});

/** Routes about expenses. */
export const expenseRoutes = createRouter()
  .openapi(enterExpenseRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await enterExpense(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(listExpensesRoute, async (c) => {
    const items = await listExpenses(c.var.deps, c.var.actor, c.req.valid("param"));
    return c.json({ items: [...items] }, 200);
  })
  .openapi(confirmExpenseRoute, async (c) => {
    const input = { ...c.req.valid("param"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    return c.json(await confirmExpense(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(refuseExpenseRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await refuseExpense(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(takeBackExpenseRoute, async (c) => {
    const input = { ...c.req.valid("param"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    return c.json(await takeBackExpense(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(letExpenseGoRoute, async (c) => {
    const input = { ...c.req.valid("param"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    return c.json(await letExpenseGo(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(askCorrectionRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await askCorrection(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(correctExpenseRoute, async (c) => {
    const input = { ...c.req.valid("param"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    return c.json(await correctExpense(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(dropCorrectionRoute, async (c) => {
    const input = { ...c.req.valid("param"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    return c.json(await dropCorrection(c.var.deps, c.var.actor, input), 200);
  });
