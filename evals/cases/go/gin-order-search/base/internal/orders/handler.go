package orders

import (
	"net/http"

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
		orders, err := s.Latest(c.Request.Context(), pageSize)
		if err != nil {
			_ = c.Error(err)
			c.JSON(http.StatusInternalServerError, gin.H{"error": "orders are not available"})
			return
		}
		c.JSON(http.StatusOK, gin.H{"orders": orders})
	}
}
