using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace GoodPlugin;

public sealed class InnerSettings
{
    [Description("How deep."), Range(1, 4)]
    public int Depth { get; init; } = 1;

    [Description("How wide.")]
    public int Width { get; init; } = 7;
}
