namespace Booking.Web;

/// <summary>Changes need a header that another site's form cannot send.</summary>
public sealed class RequireAjaxHeader(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method);
        if (!reads && !context.Request.Headers.ContainsKey("X-Requested-With"))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(context);
    }
}
