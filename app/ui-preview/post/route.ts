export async function POST(request: Request) {
  const form = await request.formData()
  console.log('POST', [...form].map(([k, v]) => `${k}=${v instanceof File ? `file ${v.name}` : v}`).join(' & '))
  if (form.get('intent')) return Response.json({ id: crypto.randomUUID().slice(0, 8) })
  await new Promise((r) => setTimeout(r, 1500))
  return new Response('done')
}
