import { BlockList, isIP } from 'node:net'

/** Whether a text is a network address or a range of them: `203.0.113.7`, `203.0.113.0/24`, `2001:db8::/32`. */
export function isAddressRange(text: string): boolean {
  const [address, prefix, ...more] = text.split('/')
  const family = isIP(address ?? '')
  if (family === 0 || more.length > 0) return false
  if (prefix === undefined) return true
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128)
}

/** Whether an address is one of these, or there are none to be one of. */
export function isFrom(address: string, allowed: readonly string[]): boolean {
  if (allowed.length === 0) return true
  // An IPv4 caller may be written in the manner of IPv6.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  const family = isIP(plain)
  if (family === 0) return false
  const list = new BlockList()
  for (const range of allowed) {
    const [network, prefix] = range.split('/')
    const kind = isIP(network!) === 4 ? 'ipv4' : 'ipv6'
    if (prefix === undefined) list.addAddress(network!, kind)
    else list.addSubnet(network!, Number(prefix), kind)
  }
  return list.check(plain, family === 4 ? 'ipv4' : 'ipv6')
}
