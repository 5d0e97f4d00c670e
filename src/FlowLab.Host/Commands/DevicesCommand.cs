using System.CommandLine;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab devices</c>: what kernels can run on.</summary>
internal static class DevicesCommand
{
    private const double BytesPerGibibyte = 1 << 30;

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var command = new Command("devices", "List the devices that kernels can run on.");
        command.SetAction(parsed => Execute(parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Execute(TextWriter output)
    {
        using Context context = Context.CreateDefault();
        foreach (Device device in context)
            output.WriteLine(FormattableString.Invariant(
                $"{device.AcceleratorType.ToString().ToLowerInvariant()}  {device.Name}, {device.NumMultiprocessors} multiprocessors, {device.MemorySize / BytesPerGibibyte:F1} GiB"));
        return ExitCodes.Success;
    }
}
