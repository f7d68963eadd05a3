// Puts the build into res.locals if the user is on the team of its project.
export const loadBuild = (store) => async (req, res, next) => {
  try {
    const build = await store.builds.get(Number(req.params.buildId))
    const allowed = build && (await store.teams.has(build.projectId, req.user.id))
    if (!allowed) return res.status(404).json({ error: 'no such build' })
    res.locals.build = build
    next()
  } catch (err) {
    next(err)
  }
}
