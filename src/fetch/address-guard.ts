/**
 * Which addresses may be called. A page or a feed must not lead us to what only this machine or its neighbours can
 * reach: every address that a name resolves to, and the one that is connected to, is asked for here.
 */
import { BlockList, isIP } from 'node:net';
import { TrucewatchError } from '../model/errors.ts';

/** True for an address that may be connected to. */
export type AddressGuard = (address: string) => boolean;

/** IPv4 blocks of the IANA register of special-purpose addresses that are not globally reachable; and multicast. */
const SPECIAL_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

const SPECIAL_V6 = [
  '::/128',
  '::1/128',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

/**
 * A guard that refuses special-purpose addresses but for those within `allowed` ("127.0.0.1", "10.1.0.0/16").
 * Throws `bad-option` for what is no address.
 */
export function addressGuard(allowed: readonly string[] = []): AddressGuard {
  const refused = new BlockList();
  for (const block of SPECIAL_V4) {
    addBlock(refused, block);
    for (const hidden of hiddenIn6(block)) addBlock(refused, hidden);
  }
  for (const block of SPECIAL_V6) addBlock(refused, block);
  const exempt = new BlockList();
  for (const block of allowed) addBlock(exempt, block);
  return (address) => {
    const plain = address.replace(/%.*$/, '');
    const family = isIP(plain);
    if (family === 0) return false;
    const type = family === 4 ? 'ipv4' : 'ipv6';
    return !refused.check(plain, type) || exempt.check(plain, type);
  };
}

/** The forms of IPv6 that carry an IPv4 address: NAT64 and 6to4. (Mapped addresses are known to BlockList.) */
function hiddenIn6(block: string): string[] {
  const [address = '', bits = '32'] = block.split('/');
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const high = ((a << 8) | b).toString(16);
  const low = ((c << 8) | d).toString(16);
  return [`64:ff9b::${high}:${low}/${96 + Number(bits)}`, `2002:${high}:${low}::/${16 + Number(bits)}`];
}

function addBlock(list: BlockList, block: string): void {
  const [address = '', bits] = block.trim().split('/');
  const family = isIP(address);
  const most = family === 4 ? 32 : 128;
  const length = bits === undefined ? most : Number(bits);
  if (family === 0 || !Number.isInteger(length) || length < 0 || length > most)
    throw new TrucewatchError('bad-option', `"${block}" is no address or block of addresses. Write 10.1.0.0/16.`);
  list.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6');
}
