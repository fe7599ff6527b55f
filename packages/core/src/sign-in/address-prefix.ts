/**
 * The part of an IP address that a household, school or village hall shares: /24 of IPv4, /64 of IPv6. Somebody with a
 * whole /64 counts as one. What is no address counts as `unknown`, together.
 */
export function addressPrefix(ip: string): string {
  const plain = ip.trim().toLowerCase().replace(/%.*$/, "");
  const mapped = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/.exec(plain)?.[1];
  if (mapped !== undefined) return prefixOfIpv4(mapped);
  if (!/^[0-9a-f:]+$/.test(plain) || !plain.includes(":")) return "unknown";
  return prefixOfIpv6(plain);
}

function prefixOfIpv4(address: string): string {
  const parts = address.split(".").map(Number);
  return parts.every((part) => part <= 255) ? `${parts.slice(0, 3).join(".")}.0/24` : "unknown";
}

function prefixOfIpv6(address: string): string {
  const [head = "", tail, more] = address.split("::");
  if (more !== undefined) return "unknown";
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return "unknown";
  const groups = [...left, ...Array.from({ length: missing }, () => "0"), ...right];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return "unknown";
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}
