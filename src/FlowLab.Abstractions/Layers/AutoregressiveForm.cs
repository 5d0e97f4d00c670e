namespace FlowLab.Layers;

/// <summary>What the network of an autoregressive layer reads.</summary>
public enum AutoregressiveForm
{
    /// <summary>z, the input of the layer: drawing from the flow takes one evaluation at once, the density of given points goes component by component.</summary>
    Iaf,

    /// <summary>z', the output of the layer: the density of given points takes one evaluation at once, drawing goes component by component.</summary>
    Maf,
}
