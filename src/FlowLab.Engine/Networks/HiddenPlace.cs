namespace FlowLab.Engine.Networks;

/// <summary>Where neighboring units of a hidden layer lie that read the same inputs: all units of a layer, or those of one degree of a masked layer.</summary>
public readonly record struct HiddenPlace
{
    /// <summary>The first unit.</summary>
    public int FirstUnit { get; init; }

    /// <summary>One past the last unit.</summary>
    public int EndUnit { get; init; }

    /// <summary>Linear units per hidden unit.</summary>
    public int Window { get; init; }

    /// <summary>How many inputs the units read, the first ones of the layer.</summary>
    public int Inputs { get; init; }

    /// <summary>The row of the first input.</summary>
    public int InputRow { get; init; }

    /// <summary>The first weight of the first unit among the network's parameters.</summary>
    public int WeightIndex { get; init; }

    /// <summary>The bias of the layer's linear unit 0 among the network's parameters, or among the numbers of the context.</summary>
    public int BiasIndex { get; init; }

    /// <summary>1 if the biases come from the context, else 0.</summary>
    public int FromContext { get; init; }

    /// <summary>The scratch row of the layer's unit 0.</summary>
    public int UnitRow { get; init; }

    /// <summary>The scratch row of the winner of the layer's unit 0.</summary>
    public int WinnerRow { get; init; }

    /// <summary>The scratch row that any step may use for itself.</summary>
    public int WorkRow { get; init; }
}
