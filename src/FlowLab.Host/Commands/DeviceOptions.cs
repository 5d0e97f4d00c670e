using System.CommandLine;
using FlowLab.Host.Devices;

namespace FlowLab.Host.Commands;

/// <summary>The options that say where to compute.</summary>
internal static class DeviceOptions
{
    /// <summary>A new option <c>--device</c>.</summary>
    public static Option<string> CreateDevice() =>
        new("--device") { Description = "Device to compute on: cpu, cuda:N, opencl:N, opencl12:N, ilgpu-cpu; flowlab devices lists them.", HelpName = "NAME", DefaultValueFactory = _ => DeviceName.Cpu };

    /// <summary>A new option <c>--threads</c>.</summary>
    public static Option<int?> CreateThreads() => new("--threads") { Description = "Threads on the CPU, instead of one per core.", HelpName = "N", CustomParser = WholeNumber.Parse };
}
