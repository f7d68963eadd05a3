using System.ComponentModel.DataAnnotations;

namespace Tenants.Models;

public enum AnnouncementKind
{
    Info,
    Works,
    Urgent,
}

public class Announcement
{
    public int Id { get; set; }

    public int BuildingId { get; set; }

    public AnnouncementKind Kind { get; set; }

    [Required, StringLength(120)]
    public string Headline { get; set; } = "";

    [Required, StringLength(2000)]
    public string Text { get; set; } = "";

    public Landlord Author { get; set; } = null!;

    public DateTime PublishedAt { get; set; }

    public DateTime VisibleUntil { get; set; }
}
