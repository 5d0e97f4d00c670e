namespace FlowLab.Host.Results;

/// <summary>The data of one cell as the database knows them.</summary>
/// <param name="Cell">Index of the cell.</param>
/// <param name="Target">The target's settings as JSON: cells with the same target have the same data.</param>
/// <param name="Identity">The data.</param>
public sealed record CellData(int Cell, string Target, DataIdentity Identity);
