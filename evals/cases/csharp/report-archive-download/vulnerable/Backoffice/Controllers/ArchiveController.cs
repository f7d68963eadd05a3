using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Backoffice.Controllers
{
    [Authorize(Policy = "Reporting")]
    [Route("archive")]
    public class ArchiveController : Controller
    {
        private readonly string _folder;

        public ArchiveController(IConfiguration configuration)
        {
            _folder = Path.GetFullPath(configuration["Reports:ArchiveFolder"]!);
        }

        [HttpGet("")]
        public IActionResult Index()
        {
            var names = Directory.EnumerateFiles(_folder, "*.pdf")
                .Select(Path.GetFileName)
                .OrderByDescending(n => n)
                .ToList();
            return View(names);
        }

        [HttpGet("download")]
        public IActionResult Download([FromQuery] string name)
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                return BadRequest();
            }

            var path = Path.Combine(_folder, name);
            if (!System.IO.File.Exists(path))
            {
                return NotFound();
            }

            return PhysicalFile(path, "application/pdf", Path.GetFileName(path));
        }
    }
}
