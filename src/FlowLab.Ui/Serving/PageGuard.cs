using Microsoft.AspNetCore.Http;

namespace FlowLab.Ui.Serving;

/// <summary>
/// Refuses whatever does not come from the page itself: other hosts (a name that some server has made point here), other origins (a page of somebody else in the
/// same browser), and addresses without the token.
/// </summary>
/// <param name="next">What answers the rest.</param>
/// <param name="token">The token of this start.</param>
internal sealed class PageGuard(RequestDelegate next, PageToken token)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
        + "worker-src 'self' blob:; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] Names = ["127.0.0.1", "localhost", "[::1]"];
    private static readonly string[] OwnSites = ["same-origin", "none"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsFromHere(context.Request, context.Connection.LocalPort))
            return Refuse(context, StatusCodes.Status403Forbidden, "This page answers this machine's own browser only, at the address that flowlab ui printed.");
        if (!token.Opens(context.Request.Path.Value))
            return Refuse(context, StatusCodes.Status404NotFound, "There is nothing here. Open the address that flowlab ui printed; it is a new one with every start.");
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        return next(context);
    }

    private static bool IsFromHere(HttpRequest request, int port)
    {
        string[] hosts = [.. Names.Select(name => FormattableString.Invariant($"{name}:{port}"))];
        string host = request.Host.Value ?? "";
        return hosts.Contains(host, StringComparer.OrdinalIgnoreCase)
            && request.Headers.Origin.All(origin => origin == "http://" + host)
            && request.Headers["Sec-Fetch-Site"].All(site => OwnSites.Contains(site));
    }

    private static Task Refuse(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(message);
    }
}
