using System.CommandLine;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab plugins describe NAME</c>: the inspector of a component's settings.</summary>
internal sealed class DescribeCommand
{
    private readonly Argument<string> _name = new("name") { Description = "Name of a component, as in manifests." };

    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();

    private readonly Option<bool> _json = JsonRows.CreateOption();

    private DescribeCommand()
    {
    }

    /// <summary>The command for <c>plugins</c>.</summary>
    public static Command Create()
    {
        var describe = new DescribeCommand();
        var command = new Command("describe", "Show every setting of a component.") { describe._name, describe._plugins, describe._json };
        command.SetAction(describe.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string name = parsed.GetValue(_name)!;
        InvocationConfiguration console = parsed.InvocationConfiguration;
        using PluginCatalog catalog = PluginFolders.Load(parsed, _plugins);
        IReadOnlyList<PluginComponent> components = [.. catalog.Components.Where(component => component.Name == name)];
        if (components.Count == 0)
        {
            foreach (PluginFault fault in catalog.Faults)
                console.Error.WriteLine(fault);
            throw UnknownComponent.Of(name, "", catalog);
        }
        if (parsed.GetValue(_json))
            JsonRows.Write(console.Output, components.SelectMany(component => SettingRows.Of(component)));
        else
            foreach (PluginComponent component in components)
                new ComponentInspector(console.Output).Write(component);
        return ExitCodes.Success;
    }
}
