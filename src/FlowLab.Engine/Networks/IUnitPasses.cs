using FlowLab.Kernels;

namespace FlowLab.Engine.Networks;

/// <summary>Launches of the hidden units of one kind.</summary>
internal interface IUnitPasses
{
    /// <summary>Linear combinations per hidden unit.</summary>
    int Window { get; }

    /// <summary>Standard deviation of initial weights times the square root of the number of inputs.</summary>
    double Gain { get; }

    /// <summary>Linear combinations to hidden units.</summary>
    void Forward(int seeds, int hidden, SampleView tape, NetworkLayer layer);

    /// <summary>dL/dunit to dL/d(linear combination), in the rows of the linear combinations.</summary>
    void Backward(int seeds, int hidden, SampleView tape, NetworkLayer layer, SampleView unitGradient);
}
