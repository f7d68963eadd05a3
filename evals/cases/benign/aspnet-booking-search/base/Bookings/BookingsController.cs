using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Acme.Bookings;

[Authorize]
[Route("bookings")]
public sealed class BookingsController(BookingContext db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var mine = await db.Bookings.Where(b => b.GuestId == User.GuestId()).Take(100).ToListAsync(cancel);
        return View(mine);
    }
}
