namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>Kinds of grids and groups.</summary>
[Flags]
internal enum GroupShapes
{
    None = 0,

    /// <summary>Groups of one, of odd and of even numbers of threads in a row.</summary>
    Lines = 1,

    /// <summary>Groups and grids of two dimensions.</summary>
    Planes = 2,

    /// <summary>Groups and grids of three dimensions.</summary>
    Spaces = 4,

    /// <summary>Groups of whole warps on every device.</summary>
    Warps = 8,
}
