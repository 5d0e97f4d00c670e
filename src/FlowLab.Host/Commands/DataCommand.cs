using System.CommandLine;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab data</c>: the data files that plugins know.</summary>
internal static class DataCommand
{
    /// <summary>The command for the root.</summary>
    public static Command Create() =>
        new("data", "List, download and check the data files that datasets read.") { DataListCommand.Create(), DataGetCommand.Create(), DataVerifyCommand.Create() };
}
