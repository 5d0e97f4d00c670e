using System.Collections.Frozen;

namespace FlowLab.Host.Plugins;

/// <summary>The assemblies whose types host and plugins share. Everything else, but .NET itself, is a plugin's own.</summary>
internal static class ContractAssemblies
{
    /// <summary>Their simple names.</summary>
    public static FrozenSet<string> Names { get; } = new[]
    {
        "FlowLab.Abstractions", "ILGPU", "ILGPU.Algorithms",
        "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions",
    }.ToFrozenSet();
}
