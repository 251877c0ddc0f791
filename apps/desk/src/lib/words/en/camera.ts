/** Words of photographing papers at the counter, in English. */
export const camera = {
  camera: {
    phone: "Take a photo with the phone's camera",
    open: 'Photograph with a camera',
    take: 'Photograph this page',
    close: 'Close the camera',
    drop: 'Remove',
    fileName: 'photo',
    trouble:
      'The camera could not be opened. Check that it is plugged in and that the browser may use it, or choose a scanned file.',
    taken: (n: number) => (n === 1 ? '1 page photographed' : `${n} pages photographed`),
    view: (paper: string) => `What the camera sees: ${paper}`,
    page: (n: number, paper: string) => `Photo of page ${n}: ${paper}`,
  },
}
