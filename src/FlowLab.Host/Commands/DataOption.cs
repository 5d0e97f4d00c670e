using System.CommandLine;
using FlowLab.Host.DataFiles;

namespace FlowLab.Host.Commands;

/// <summary>The option <c>--data</c>.</summary>
internal static class DataOption
{
    /// <summary>A new option.</summary>
    public static Option<string?> Create() => new("--data")
    {
        Description = $"Folder with data files, instead of the one that {DataFolder.Variable} names or of the user's own.",
        HelpName = "DIR",
    };
}
