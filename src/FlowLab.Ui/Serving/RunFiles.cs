using FlowLab.Ui.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FlowLab.Ui.Serving;

/// <summary>Pictures and reports of runs.</summary>
internal static class RunFiles
{
    /// <summary>A report has its styles within and needs no script.</summary>
    private const string ReportPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'";

    /// <summary>Answers <c>picture</c> and <c>report</c>.</summary>
    public static void Map(IEndpointRouteBuilder routes, IRunLibrary library)
    {
        routes.MapGet("picture", (string run, PictureKind kind, long id) => Answer(() => Results.Bytes(library.Picture(run, kind, id), "image/png")));
        routes.MapGet("report", (HttpContext context, string run) => Answer(() =>
        {
            context.Response.Headers.ContentSecurityPolicy = ReportPolicy;
            return Results.File(library.Report(run), "text/html; charset=utf-8");
        }));
    }

    private static IResult Answer(Func<IResult> answer)
    {
        try
        {
            return answer();
        }
        catch (PageException refusal)
        {
            return Results.Text(refusal.Message, statusCode: StatusCodes.Status404NotFound);
        }
    }
}
