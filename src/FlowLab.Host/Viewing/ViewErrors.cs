namespace FlowLab.Host.Viewing;

/// <summary>Every refusal of the page, with its text.</summary>
internal static class ViewErrors
{
    public static FlowLabException NoFolder(string folder) => new("FLU001",
        $"there is no folder '{folder}' to look for runs in. Give one that exists; without it, runs are looked for below runs/, where flowlab run writes them.");

    public static FlowLabException PortTaken(int port, Exception inner) => new("FLU002",
        FormattableString.Invariant($"port {port} is taken or may not be used ({inner.Message.TrimEnd('.')}). Give another with --port, or none to take one that is free."), inner);

    public static FlowLabException NoFramework(string runtime) => new("FLU003",
        $"the page needs the ASP.NET Core runtime, which '{runtime}' does not have. Install it (it is part of the .NET SDK; alone it is called aspnetcore-runtime-10.0); all other commands do without it.");

    public static FlowLabException NoRun(string key) => new("FLU010", $"there is no run '{key}' below the folder of the page. It may have been moved or deleted; the list of runs shows what there is.");

    public static FlowLabException NoPicture(string key, long id) => new("FLU011", FormattableString.Invariant($"the run '{key}' has no picture {id} of this kind. It may have been measured again; open the run's page again."));

    public static FlowLabException NoReport(string key) => new("FLU012", $"the run '{key}' has no report yet: it is written when training ends. Write one of what there is with: flowlab report");

    public static FlowLabException NotOurs(string key) => new("FLU013", $"this page has not started the process that works on '{key}', so that it cannot stop it. Stop it where it was started.");

    public static FlowLabException AtWork(string key) => new("FLU014", $"a process works on '{key}' already. Wait until it has ended, or stop it.");

    public static FlowLabException NoManifest(string name, string folder) => new("FLU015", $"there is no manifest '{name}' in '{folder}'. Choose one of the list, or save it first.");

    public static FlowLabException NoFileName(string name) => new("FLU016", $"'{Printable.InOneLine(name)}' cannot be the name of a manifest; expected letters, digits, '-', '_' and '.', with .json at the end, such as first.json.");
}
