using FlowLab.Data;

namespace FlowLab.Engine.Evaluation;

/// <summary>Pictures of one seed that belong together: test points, their reconstructions, samples of the model.</summary>
/// <param name="Kind"><see cref="Points"/>, <see cref="Reconstructions"/> or <see cref="Samples"/>.</param>
/// <param name="Label">What they are, for a reader: "means of p(x|z), z from the prior".</param>
/// <param name="Shape">The axes of a picture.</param>
/// <param name="Count">Number of pictures.</param>
/// <param name="Pixels">[Count, Channels, Height, Width], intensities in [0, 1].</param>
public sealed record ImageSheet(string Kind, string Label, PointShape Shape, int Count, float[] Pixels)
{
    public const string Points = "test";
    public const string Reconstructions = "reconstruction";
    public const string Samples = "sample";
}
