/** Sizes such as "2.4 MB", in units of 1,024, so that a limit of 25 MB reads as 25. `region` is a BCP 47 tag. */
export function byteFormat(region: string): (size: number) => string {
  const unit = (name: string, unitDisplay: 'short' | 'long', maximumFractionDigits: number) =>
    new Intl.NumberFormat(region, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits })
  const steps = [
    [1024 ** 3, unit('gigabyte', 'short', 1)],
    [1024 ** 2, unit('megabyte', 'short', 1)],
    [1024, unit('kilobyte', 'short', 0)],
  ] as const
  const plain = unit('byte', 'long', 0)
  return (size) => {
    const step = steps.find(([least]) => size >= least)
    return step ? step[1].format(size / step[0]) : plain.format(size)
  }
}
