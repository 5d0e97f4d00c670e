using System.Text.Json.Nodes;

namespace FlowLab.Host.Checking;

/// <summary>A component with one choice of settings: what is tried in one go.</summary>
/// <param name="Check">The component.</param>
/// <param name="Label">What is special about the settings; empty for what the command line says over the defaults.</param>
/// <param name="Settings">The settings.</param>
internal sealed record CheckPiece(ComponentCheck Check, string Label, JsonObject Settings)
{
    /// <summary>The component with its settings, as tables name it.</summary>
    public string Title => Label.Length == 0 ? Check.Component.Name : $"{Check.Component.Name} ({Label})";

    /// <summary>Tries the laws, one after the other.</summary>
    public IEnumerable<CheckedLaw> Run(CheckBench bench) => Check.Run(bench, this);
}
