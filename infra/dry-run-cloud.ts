// What the cloud would have answered, as far as our own code and SST's components read it.

type Values = Readonly<Record<string, unknown>>;

const region = "eu-central-1";
const account = "123456789012";

/** The state of a resource once it exists: its inputs, a name, an ARN, and what AWS adds to some types. */
export function stateOf(type: string, name: string, inputs: Values): Record<string, unknown> {
  return {
    name,
    arn: `arn:aws:mock:${region}:${account}:${name}`,
    ...inputs,
    ...added(type, name, inputs),
  };
}

function added(type: string, name: string, inputs: Values): Values {
  switch (type) {
    case "aws:cloudformation/stack:Stack":
      return { outputs: stackOutputs(String(inputs["templateBody"])) };
    case "aws:acm/certificate:Certificate":
      return {
        domainValidationOptions: [{ resourceRecordName: "_x", resourceRecordType: "CNAME", resourceRecordValue: "y" }],
      };
    case "aws:cloudfront/distribution:Distribution":
      return { domainName: `${name.toLowerCase()}.cloudfront.net`, hostedZoneId: "Z2FDTNDATAQYW2", etag: "E1" };
    case "aws:lambda/functionUrl:FunctionUrl":
      return { functionUrl: `https://${name.toLowerCase()}.lambda-url.${region}.on.aws/` };
    case "aws:s3/bucket:Bucket":
    case "aws:s3/bucketV2:BucketV2":
      return { bucket: name, bucketRegionalDomainName: `${name.toLowerCase()}.s3.${region}.amazonaws.com` };
    case "aws:sesv2/emailIdentity:EmailIdentity":
      return { dkimSigningAttributes: { tokens: ["one", "two", "three"] } };
    case "random:index/randomBytes:RandomBytes":
      return { base64: "AAAA", hex: "00" };
    default:
      return {};
  }
}

/** CloudFormation's answer: a value for every output that the template declares. */
function stackOutputs(templateBody: string): Record<string, string> {
  const template: { Outputs: Record<string, unknown> } = JSON.parse(templateBody);
  return Object.fromEntries(
    Object.keys(template.Outputs).map((name) => [
      name,
      name.endsWith("Arn")
        ? `arn:aws:mock:${region}:${account}:foundation/${name}`
        : `foundation-${name.toLowerCase()}`,
    ]),
  );
}

/** The answer to a data source. Policy documents become the JSON that AWS would get, so that a test can read them. */
export function answerCall(token: string, inputs: Values): Record<string, unknown> {
  switch (token) {
    case "aws:index/getRegion:getRegion":
      return { region, name: region, id: region };
    case "aws:index/getCallerIdentity:getCallerIdentity":
      return { accountId: account };
    case "aws:index/getPartition:getPartition":
      return { partition: "aws", dnsSuffix: "amazonaws.com" };
    case "aws:cloudwatch/getEventBus:getEventBus":
      return { arn: `arn:aws:events:${region}:${account}:event-bus/default` };
    case "aws:iam/getPolicyDocument:getPolicyDocument":
      return {
        ...inputs,
        json: JSON.stringify({ Version: "2012-10-17", Statement: statementsOf(inputs["statements"]) }),
      };
    default:
      return { ...inputs };
  }
}

type Statement = {
  readonly effect?: string;
  readonly actions?: readonly string[];
  readonly resources?: readonly string[];
  readonly conditions?: readonly {
    readonly test: string;
    readonly variable: string;
    readonly values: readonly string[];
  }[];
};

function statementsOf(statements: unknown): unknown[] {
  if (!Array.isArray(statements)) return [];
  return statements.map(({ effect = "Allow", actions, resources, conditions = [] }: Statement) => ({
    Effect: effect,
    Action: actions,
    Resource: resources,
    ...(conditions.length > 0 && {
      Condition: Object.fromEntries(conditions.map(({ test, variable, values }) => [test, { [variable]: values }])),
    }),
  }));
}
