using System.CommandLine;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab plugins</c>: every component and where it came from; what is broken and why.</summary>
internal sealed class PluginsCommand
{
    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();

    private readonly Option<bool> _strict = new("--strict") { Description = "Exit with code 2 if a plugin is broken." };

    private readonly Option<bool> _json = JsonRows.CreateOption();

    private PluginsCommand()
    {
    }

    /// <summary>The command for the root.</summary>
    public static Command Create() => new PluginsCommand().Build();

    private Command Build()
    {
        var command = new Command("plugins", "List the components that plugins offer.") { _plugins, _strict, _json, DescribeCommand.Create() };
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        InvocationConfiguration console = parsed.InvocationConfiguration;
        using PluginCatalog catalog = PluginFolders.Load(parsed, _plugins);
        IReadOnlyList<ComponentRow> rows = [.. catalog.Components.Select(component => ComponentRow.Of(component, FlowLabCommand.IsVerbose(parsed)))];
        if (parsed.GetValue(_json))
            JsonRows.Write(console.Output, ComponentRow.Headings.Cells, rows.Select(row => row.Cells));
        else if (ReferenceEquals(console.Output, Console.Out) && !Console.IsOutputRedirected)
            ComponentTable.WriteToTerminal(rows);
        else
            ComponentTable.WritePlain(console.Output, rows);
        foreach (PluginFault fault in catalog.Faults)
            console.Error.WriteLine(fault);
        return parsed.GetValue(_strict) && catalog.Faults.Count > 0 ? ExitCodes.InvalidInput : ExitCodes.Success;
    }
}
