using System.ComponentModel;

namespace FaultyFlows;

public sealed class FaultySettings
{
    [Description("What is wrong with it.")]
    public Mistake Mistake { get; init; }
}
