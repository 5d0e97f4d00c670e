using System.CommandLine;
using System.Text.Json.Nodes;
using FlowLab.Host.Devices;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab devices</c>: what kernels can run on, and why not on the rest.</summary>
internal static class DevicesCommand
{
    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        Option<bool> json = JsonRows.CreateOption();
        var command = new Command("devices", "List the devices that kernels can run on, and why not on the others.") { json };
        command.SetAction(parsed => Execute(parsed.InvocationConfiguration.Output, parsed.GetValue(json)));
        return command;
    }

    private static int Execute(TextWriter output, bool asJson)
    {
        if (asJson)
            JsonRows.Write(output, DeviceTable.Rows().Select(Describe));
        else
            foreach (string line in DeviceTable.Lines())
                output.WriteLine(line);
        return ExitCodes.Success;
    }

    private static JsonObject Describe(DeviceRow row) => new()
    {
        ["name"] = row.Name, ["kind"] = row.Kind, ["title"] = row.Title, ["platform"] = row.Platform, ["multiprocessors"] = row.Multiprocessors, ["memory_in_bytes"] = row.MemoryInBytes,
        ["driver"] = row.Driver, ["abilities"] = new JsonArray([.. row.Abilities.Select(ability => (JsonNode)ability)]), ["reason"] = row.Reason,
    };
}
