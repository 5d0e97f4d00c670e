using FlowLab.Kernels;

namespace FlowLab.Energies;

/// <summary>Products of an energy's matrix of second derivatives with vectors, one per point.</summary>
/// <param name="Seeds">Seeds R in the launch.</param>
/// <param name="State">[R, D, B]: the points z.</param>
/// <param name="Direction">[R, D, B]: the vectors v; read only.</param>
/// <param name="Product">[R, D, B]: Scale H(z) v is added, with H_ij = d2U / dz_i dz_j.</param>
/// <param name="Scale">A factor.</param>
public readonly record struct CurvaturePass(int Seeds, SampleView State, SampleView Direction, SampleView Product, float Scale);
