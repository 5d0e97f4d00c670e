using System.CommandLine;
using FlowLab.Host.Devices;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab devices</c>: what kernels can run on, and why not on the rest.</summary>
internal static class DevicesCommand
{
    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var command = new Command("devices", "List the devices that kernels can run on, and why not on the others.");
        command.SetAction(parsed => Execute(parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Execute(TextWriter output)
    {
        foreach (string line in DeviceTable.Lines())
            output.WriteLine(line);
        return ExitCodes.Success;
    }
}
