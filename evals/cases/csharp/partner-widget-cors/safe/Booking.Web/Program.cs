using Booking.Web.Availability;
using Booking.Web.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddDbContext<BookingContext>(options =>
    options.UseNpgsql(builder.Configuration.GetConnectionString("Booking")));

builder.Services
    .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
    .AddCookie(options =>
    {
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.None;
    });

builder.Services.AddAuthorization();
builder.Services.AddControllers();
builder.Services.AddScoped<IAvailability, Availability>();

var partners = builder.Configuration.GetSection("Widget:Partners").Get<string[]>() ?? [];
builder.Services.AddCors(options => options.AddPolicy("widget", policy => policy
    .WithOrigins(partners)
    .WithMethods("GET", "POST")
    .WithHeaders("Content-Type", "X-Requested-With")
    .AllowCredentials()));

var app = builder.Build();

app.UseHttpsRedirection();
app.UseHsts();
app.UseRouting();
app.UseCors("widget");
app.UseAuthentication();
app.UseAuthorization();
app.UseMiddleware<RequireAjaxHeader>();
app.MapControllers().RequireAuthorization();

app.Run();
