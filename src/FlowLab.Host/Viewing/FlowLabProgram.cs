using System.Diagnostics;

namespace FlowLab.Host.Viewing;

/// <summary>This program, to be started again.</summary>
internal static class FlowLabProgram
{
    private const string PageConfiguration = "flowlab.page.runtimeconfig.json";
    private const string PageFramework = "Microsoft.AspNetCore.App";

    /// <summary>How to start it with a command line.</summary>
    public static ProcessStartInfo StartOf(IReadOnlyList<string> arguments)
    {
        string program = Environment.ProcessPath!, assembly = typeof(FlowLabProgram).Assembly.Location;
        bool isHosted = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new ProcessStartInfo(program, isHosted ? [assembly, .. arguments] : arguments);
    }

    /// <summary>
    /// How to start it with ASP.NET Core among its frameworks. Other commands do without it: they start sooner, and on machines that do not have it.
    /// </summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="runtime">The folder of the .NET runtime; null for the one that runs this process.</param>
    /// <exception cref="FlowLabException">FLU003: the runtime has no ASP.NET Core.</exception>
    public static ProcessStartInfo StartOfPage(IReadOnlyList<string> arguments, string? runtime = null)
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll
        string root = runtime ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        if (!Directory.Exists(Path.Combine(root, "shared", PageFramework)))
            throw ViewErrors.NoFramework(root);
        string dotnet = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return new ProcessStartInfo(dotnet, ["exec", "--runtimeconfig", Path.Combine(AppContext.BaseDirectory, PageConfiguration), typeof(FlowLabProgram).Assembly.Location, .. arguments]);
    }
}
