using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Plugins.Sylvester;

/// <summary>Settings of a Sylvester flow.</summary>
public sealed class SylvesterSettings
{
    [Description("Number of layers, K."), Unit("layers"), Range(1, 1024)]
    public int Length { get; init; } = 8;

    [Description("Columns M of Q, the hidden units of a layer; with fewer components than that, their number D."), Unit("columns"), Range(1, 64)]
    public int Columns { get; init; } = 8;

    [Description("How Q is made: of trained Householder reflections, or triangular, which trains no Q and reverses the components in every second layer.")]
    public SylvesterBasis Orthogonal { get; init; } = SylvesterBasis.Householder;

    [Description("Householder reflections per layer; used by householder only. With fewer components than that, their number D."), Unit("reflections"), Range(1, 64)]
    public int Reflections { get; init; } = 4;
}
