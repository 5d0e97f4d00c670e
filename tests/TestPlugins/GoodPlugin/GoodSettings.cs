using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace GoodPlugin;

/// <summary>One setting of every form.</summary>
public sealed class GoodSettings
{
    [Description("Added to the factor."), Unit("parts"), Range(0.0, 5.0)]
    public double Scale { get; init; } = 1;

    [Description("A count."), Unit("pieces"), Range(1, 8)]
    public int Count { get; init; } = 2;

    [Description("Any whole number.")]
    public long Large { get; init; }

    [Description("A single-precision number.")]
    public float Weight { get; init; } = 0.5f;

    [Description("A flag.")]
    public bool Enabled { get; init; } = true;

    [Description("Free text.")]
    public string Note { get; init; } = "none";

    [Description("One of two words."), AllowedValues("left", "right")]
    public string Side { get; init; } = "left";

    [Description("One of an enumeration.")]
    public GoodMode Mode { get; init; } = GoodMode.SlowStart;

    [Description("May be null."), Range(0, 9)]
    public int? Optional { get; init; }

    [Description("Nested settings with defaults of their own.")]
    public InnerSettings Inner { get; init; } = new() { Depth = 3 };

    [Description("A list of objects.")]
    public IReadOnlyList<InnerSettings> Layers { get; init; } = [];

    [Description("A list of numbers."), Range(0.0, 1.0)]
    public double[] Weights { get; init; } = [0.5];
}
