package preview

import (
	"net/http"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"example.com/reports/storage"
)

// Handler serves stored reports.
type Handler struct {
	Files *storage.Local
}

// Routes mounts the handler below a group that already requires a session.
func (h *Handler) Routes(g *echo.Group) {
	g.GET("/reports/:id", h.download)
	g.GET("/reports/:id/thumbnail", h.thumbnail)
}

func (h *Handler) download(c echo.Context) error {
	id, err := uuid.Parse(c.Param("id"))
	if err != nil {
		return echo.NewHTTPError(http.StatusNotFound)
	}
	path, err := h.Files.PathFor(c.Request().Context(), c.Get("tenant").(string), id)
	if err != nil {
		return echo.NewHTTPError(http.StatusNotFound)
	}
	return c.Attachment(path, id.String()+".pdf")
}

func (h *Handler) thumbnail(c echo.Context) error {
	id, err := uuid.Parse(c.Param("id"))
	if err != nil {
		return echo.NewHTTPError(http.StatusNotFound)
	}
	path, err := h.Files.PathFor(c.Request().Context(), c.Get("tenant").(string), id)
	if err != nil {
		return echo.NewHTTPError(http.StatusNotFound)
	}
	page := c.QueryParam("page")
	if page == "" {
		page = "1"
	}
	png, err := Thumbnail(c.Request().Context(), path, page)
	if err != nil {
		c.Logger().Error(err)
		return echo.NewHTTPError(http.StatusInternalServerError, "the page could not be rendered")
	}
	return c.Blob(http.StatusOK, "image/png", png)
}
