using FlowLab.Host.Manifests;

namespace FlowLab.Host.Commands;

/// <summary>Every refusal of <c>flowlab init</c>, with its text.</summary>
internal static class InitErrors
{
    public static FlowLabException FileExists(string file) => new("FLR100",
        $"'{file}' exists already. Give another name, or --force to have it replaced.");

    public static FlowLabException NobodyToAsk(IReadOnlyList<string> targets) => new("FLR101",
        $"there is no terminal to ask at, and --target is not given; expected one of {string.Join(", ", targets)}.");

    public static FlowLabException NoSuch(string what, string name, IReadOnlyList<string> names)
    {
        string near = NearestName.Find(name, names);
        return new FlowLabException("FLR102", $"there is no {what} '{Printable.InOneLine(name)}'; expected one of {string.Join(", ", names)}{(near.Length == 0 ? "" : $"; did you mean {near}?")}");
    }

    public static FlowLabException Missing(string target, string setting, string expected) => new("FLR103",
        $"{target} needs its {setting}: {expected}. Give it with --set {setting}=VALUE.");
}
