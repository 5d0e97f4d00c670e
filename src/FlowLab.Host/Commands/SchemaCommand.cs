using System.CommandLine;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab schema</c>: the JSON Schema of manifests, for editors.</summary>
internal sealed class SchemaCommand
{
    private readonly Option<string?> _out = new("--out") { Description = "File to write, instead of the standard output.", HelpName = "FILE" };

    private readonly Option<bool> _markdown = new("--markdown") { Description = "Write a page for people instead of the schema." };

    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();

    private SchemaCommand()
    {
    }

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var schema = new SchemaCommand();
        var command = new Command("schema", "Write the JSON Schema of manifests, plugin settings included.") { schema._out, schema._markdown, schema._plugins };
        command.SetAction(schema.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        InvocationConfiguration console = parsed.InvocationConfiguration;
        using PluginCatalog catalog = PluginFolders.Load(parsed, _plugins);
        string schema = parsed.GetValue(_markdown) ? ManifestReference.Of(ManifestSchema.Write(catalog)) : ManifestSchema.Write(catalog);
        foreach (PluginFault fault in catalog.Faults)
            console.Error.WriteLine(fault);
        if (parsed.GetValue(_out) is { } file)
            WriteFile(file, schema);
        else
            console.Output.Write(schema);
        return ExitCodes.Success;
    }

    private static void WriteFile(string file, string schema)
    {
        try
        {
            File.WriteAllText(file, schema);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FlowLabException(ManifestFaultNumbers.FileUnreadable, $"{file} cannot be written: {failure.Message}", failure);
        }
    }
}
