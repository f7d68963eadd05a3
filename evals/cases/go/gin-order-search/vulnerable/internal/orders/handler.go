package orders

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"example.com/backoffice/internal/auth"
)

const pageSize = 100

// Register mounts the order pages for support staff.
func Register(r *gin.Engine, s *Store, g *auth.Guard) {
	staff := r.Group("/support", g.RequireRole("support"))
	staff.GET("/orders", list(s))
}

func list(s *Store) gin.HandlerFunc {
	return func(c *gin.Context) {
		f := Filter{Status: c.Query("status"), Newest: c.Query("sort") != "oldest"}
		if raw := c.Query("since"); raw != "" {
			since, err := time.Parse(time.DateOnly, raw)
			if err != nil {
				c.JSON(http.StatusBadRequest, gin.H{"error": "since must be a date"})
				return
			}
			f.Since = since
		}
		orders, err := s.Latest(c.Request.Context(), f, pageSize)
		if err != nil {
			_ = c.Error(err)
			c.JSON(http.StatusInternalServerError, gin.H{"error": "orders are not available"})
			return
		}
		c.JSON(http.StatusOK, gin.H{"orders": orders})
	}
}
