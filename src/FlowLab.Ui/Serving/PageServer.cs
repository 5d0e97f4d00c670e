using System.Net;
using FlowLab.Ui.Pages;
using FlowLab.Ui.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MudBlazor.Services;

namespace FlowLab.Ui.Serving;

/// <summary>The page, served to this machine alone.</summary>
public sealed class PageServer : IDisposable
{
    private const string FilesFolder = "page";
    private const int LargestMessageInBytes = 20 << 20;

    private readonly WebApplication _application;

    private PageServer(WebApplication application, PageToken token)
    {
        _application = application;
        Address = new Uri(application.Urls.Single() + token.Path + "/");
    }

    /// <summary>Where the page is, token included.</summary>
    public Uri Address { get; }

    /// <summary>Begins to serve.</summary>
    /// <param name="parts">What the page shows.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static PageServer Start(PageParts parts, int port)
    {
        var token = new PageToken();
        WebApplication application = Build(parts, token, port);
        application.Start();
        return new PageServer(application, token);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Browsers keep their connections open; they are told, not waited for.
        using (var now = new CancellationTokenSource(TimeSpan.FromSeconds(1)))
            _application.StopAsync(now.Token).GetAwaiter().GetResult();
        ((IDisposable)_application).Dispose();
    }

    private static WebApplication Build(PageParts parts, PageToken token, int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        AddServices(builder.Services, parts);
        WebApplication application = builder.Build();
        Route(application, parts, token);
        return application;
    }

    private static void AddServices(IServiceCollection services, PageParts parts)
    {
        services.AddSingleton(parts).AddSingleton(parts.Library).AddSingleton(parts.Control).AddSingleton(parts.Manifests).AddSingleton(parts.Comparer);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddRazorComponents().AddInteractiveServerComponents(options => options.DetailedErrors = true);
        services.Configure<HubOptions>(options => options.MaximumReceiveMessageSize = LargestMessageInBytes);
        services.AddMudServices();
    }

    private static void Route(WebApplication application, PageParts parts, PageToken token)
    {
        application.UseMiddleware<PageGuard>(token);
        application.UsePathBase(token.Path);
        application.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, FilesFolder)) });
        application.UseRouting();
        application.UseAntiforgery();
        RunFiles.Map(application, parts.Library);
        application.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
