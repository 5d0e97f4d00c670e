using System.CommandLine;

namespace FlowLab.Host.Commands;

/// <summary>The options that say where to compute.</summary>
internal static class DeviceOptions
{
    /// <summary>A new option <c>--device</c>.</summary>
    public static Option<string> CreateDevice() =>
        new("--device") { Description = "Device to compute on; flowlab devices lists them.", HelpName = "NAME", DefaultValueFactory = _ => "cpu" };

    /// <summary>A new option <c>--threads</c>.</summary>
    public static Option<int?> CreateThreads() => new("--threads") { Description = "Threads on the CPU, instead of one per core.", HelpName = "N", CustomParser = WholeNumber.Parse };
}
