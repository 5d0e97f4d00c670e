using System.Globalization;
using FlowLab.Host.Figures;

namespace FlowLab.Host.Exports;

/// <summary>Every refusal of <c>encode</c> and <c>decode</c>, with its text.</summary>
internal static class LatentErrors
{
    public static FlowLabException NoLatentModel(string cell) => new("FLR092",
        $"cell '{cell}' has no latent model, so that there is nothing to encode or decode; expected a cell whose manifest has \"model\". Points of a flow alone are drawn with flowlab sample.");

    public static FlowLabException NoFormat(string file) => new("FLR093",
        $"'{file}' is the name of no table and no picture: expected one that ends in {string.Join(", ", LatentTables.Extensions.Concat(FigureFormats.Extensions))}.");

    public static FlowLabException NoPicture(string file, int numbers) => new("FLR093", string.Create(CultureInfo.InvariantCulture,
        $"'{file}' would be a picture, but points of this model have {numbers} numbers each and are no images. Give --out a name that ends in {string.Join(", ", LatentTables.Extensions)}."));

    public static FlowLabException NotBinary(string file, float value, int point) => new("FLR094", string.Create(CultureInfo.InvariantCulture,
        $"'{file}' has {value} in point {point}; this model is one of binary points: expected 0 or 1. Give --threshold 0.5 to have intensities above it taken as 1."));

    public static FlowLabException Nowhere() => new("FLR095",
        "decode needs latent variables: expected either --at with a .npy file of them, or --traverse with dimensions, such as --traverse 1,2 or --traverse all.");

    public static FlowLabException NoSuchDimension(string text, int dimension) => new("FLR096",
        $"--traverse is '{Printable.InOneLine(text)}'; expected 'all' or numbers from 1 to {dimension}, the dimensions of the top stochastic layer, separated by commas.");
}
