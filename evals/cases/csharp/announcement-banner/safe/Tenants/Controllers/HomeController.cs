using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tenants.Data;

namespace Tenants.Controllers;

[Authorize(Roles = "Tenant")]
public class HomeController(TenantsContext db, ICurrentTenant tenant) : Controller
{
    public async Task<IActionResult> Index()
    {
        var buildingId = await tenant.BuildingIdAsync();
        ViewData["Announcement"] = await db.Announcements
            .Include(a => a.Author)
            .Where(a => a.BuildingId == buildingId)
            .OrderByDescending(a => a.PublishedAt)
            .FirstOrDefaultAsync();
        return View(await db.Buildings.SingleAsync(b => b.Id == buildingId));
    }
}
