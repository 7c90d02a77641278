"""Spanish building blocks. {p} plain name, {el} "el banco …", {del} "del banco …", {al} "al banco …"."""

ISSUES = {
"late": (
 ["¿Dónde está mi pedido {o}?", "Entrega con retraso desde el {d}", "{p}: sigue sin llegar"],
 ["Compré {el} el {d} y el seguimiento lleva {n} días diciendo «en tránsito».", "La entrega {del} estaba prometida para el {d}. No vino nadie ni dejaron aviso.", "Mi pedido {o} tendría que estar en {c} desde hace tiempo, pero la mensajería no sabe nada."],
 ["Este fin de semana vienen invitados y contaba con ello.", "He pedido dos tardes libres para esperar.", "A mi vecina le llegó en dos días.", "La página del transportista menciona un pueblo que no conozco."],
 ["He abierto una reclamación al transportista por el pedido {o}. Tienen dos días laborables para encontrarlo; si no, le mando otro sin esperar al primero.", "El paquete se clasificó mal y ya va por buen camino. Calcule {n} días laborables; recibirá un SMS esa misma mañana."],
 ["Ya han pasado los dos días y nada se ha movido.", "¡Ha llegado esta mañana! La caja parece que la usaron de asiento, pero el contenido está bien.", "El repartidor me llamó desde otro pueblo. La casa está detrás de la iglesia, no enfrente."],
 ["El transportista lo da por perdido, así que acaba de salir otro de nuestro almacén. Usted no paga nada, y si aparece el primero, rechácelo sin más.", "Me alegro de que le encontrara. He anotado el camino detrás de la iglesia en su dirección."]),
"wrong": (
 ["Artículo equivocado", "Pedido {o}: no es lo que compré", "{p}: me llegó otra cosa"],
 ["He abierto el paquete hoy y, en vez {del}, había unos colgadores de baño.", "La etiqueta dice {p}, pero dentro hay otro artículo con el número LH-{n}40.", "El pedido {o} llegó en gris y yo pagué el verde."],
 ["El albarán está bien, supongo que cambiaron dos cajas.", "Prefiero el artículo correcto a que me devuelvan el dinero.", "Era un regalo de cumpleaños para el {d}."],
 ["El error es nuestro y lo siento. El artículo correcto está reservado; el mensajero lo lleva y recoge el otro en la misma visita.", "Gracias por la foto de la etiqueta. El {d} se cruzaron dos pedidos en la mesa de embalaje. El cambio está en marcha y no tiene que imprimir nada."],
 ["¿Puede llamar antes? Vivo en un cuarto y el timbre no funciona.", "El cambio salió bien, pero ahora la factura tiene dos unidades."],
 ["La segunda línea es el cambio y queda anulada por el abono adjunto. Ha pagado una sola.", "Tiene su número y llamará diez minutos antes."]),
"refund": (
 ["Reembolso del pedido {o}", "¿Cuándo me devuelven el dinero?", "Devolución recibida sin abono"],
 ["Devolví {el} el {d}, el almacén firmó la entrega y los {a} aún no están en mi cuenta.", "Me prometieron {a} en diez días. Vamos por el día {n}5.", "¿Podrían decirme cuándo se abonarán los {a} de la devolución {del}?"],
 ["Pagué con una tarjeta que el banco ya ha cambiado.", "Guardo el resguardo del envío.", "Con mi pensión, {a} no son poca cosa."],
 ["La devolución se registró en otro pedido, por eso no pasó nada. Está corregido y hoy han salido {a} hacia su medio de pago.", "Su paquete está revisado y aceptado y los {a} están liberados. El banco los pasará solo a la tarjeta nueva."],
 ["Solo ha llegado una parte: faltan los gastos de envío.", "Ya está. Gracias por resolverlo de una vez.", "Mi banco no ve nada. ¿Hay alguna referencia?"],
 ["Tiene razón, si se devuelve todo, el envío también se abona. Acabo de mandar el resto.", "La referencia es LHG-{o}-R; con ella el banco encontrará el abono del {d}."]),
"assembly": (
 ["No entiendo el paso {n}", "Montaje: {p}", "Duda de montaje"],
 ["Me he atascado en el paso {n}: el dibujo mete un tornillo en un agujero que no existe.", "Llevamos tres horas montando y los dos largueros no miden lo mismo.", "No hay manera de que {el} deje de bailar por mucho que apriete."],
 ["Hay seis idiomas y ninguno habla de las arandelas.", "Los agujeros de un lado están 5 mm más abajo.", "Mi marido dice que está al revés. Yo digo que lo está el dibujo.", "Han sobrado tres tornillos, cosa que siempre me preocupa."],
 ["El dibujo del paso {n} se ve por detrás y no es usted la primera persona que tropieza. Ponga el marco boca abajo, meta el tornillo por dentro y apriete en cruz cuando estén los cuatro.", "Los largueros se llevan 12 mm a propósito: el corto va delante. Deja de bailar si el travesaño se monta antes que las patas."],
 ["Era eso. ¡Veinte minutos después de tres horas!", "Funcionó, pero la puerta roza abajo.", "¿Hay algún vídeo? Con vídeo me apaño mejor."],
 ["Gire media vuelta a la izquierda el tornillo de la bisagra inferior y mire la rendija. Suele bastar con dos veces.", "El vídeo está en la página de ayuda, en «Montaje»; lo que necesita empieza en el minuto {n}."]),
"warranty": (
 ["Garantía: {p}", "Averiado a los {n} meses", "Ha dejado de funcionar"],
 ["Compré {el} el {d} y ha dejado de funcionar por completo.", "Se ha roto una soldadura {del} con un uso de lo más normal.", "Desde el {d} chirría, y ayer se paró. Se trata {del}."],
 ["Adjunto foto y factura.", "En invierno siempre ha estado dentro.", "En su página pone cinco años, así que espero que sea sencillo."],
 ["Lo cubre la garantía de cinco años. ¿Me dice el número de lote? Está grabado en una chapa por debajo y empieza por LH.", "Lamento que haya fallado tan pronto. Por la foto es el rodamiento: se lo mandamos suelto o recogemos la pieza entera, como prefiera."],
 ["El número es LH-{n}07-B.", "Prefiero la recogida, mis manos ya no son las de antes.", "No hay chapa, solo una pegatina borrada."],
 ["Gracias, conocemos ese lote. El nuevo sale el {d}; el viejo puede ir al punto limpio.", "La recogida será el {d} entre las ocho y las doce. Quite antes pilas y cojines."]),
"invoice": (
 ["Factura del pedido {o}", "Falta el NIF en la factura", "Nombre equivocado en la factura"],
 ["Necesito la factura del pedido {o} a nombre de la empresa y no al mío.", "En la factura {del} falta nuestro NIF y la gestoría no la admite.", "¿Pueden volver a mandar la factura del {d}? El enlace ha caducado."],
 ["Cerramos el ejercicio el {d}.", "El importe de {a} es correcto, la dirección no.", "En mi cuenta el botón no hace nada."],
 ["Adjunto la factura corregida. La anterior queda anulada con un abono; contabilice solo la nueva, de {a}.", "Hasta el envío puede cambiar la dirección usted; después lo hacemos nosotros. Ya está hecho."],
 ["Perfecto, la gestoría sonríe.", "Hay dos cifras del código postal cambiadas, perdone.", "¿La tienen también en XML?"],
 ["No pasa nada: va la tercera versión con el código correcto.", "El XML está junto al PDF, en el pedido {o}."]),
"damaged": (
 ["{p}: llegó con golpes", "Daños de transporte {o}", "Pieza rota"],
 ["Hoy ha llegado {el} con una grieta de lado a lado.", "Dos esquinas están aplastadas y la caja tenía un agujero como un puño. Era {el}.", "Sonaba a roto antes de abrir: {el} está hecho pedazos."],
 ["El repartidor no quiso esperar.", "Tengo fotos de la caja, la etiqueta y los daños.", "Anoté «dañado» en su aparato."],
 ["Gracias por las fotos, con eso basta. Hoy sale uno nuevo en doble caja; guarde el otro hasta el {d}.", "Le ofrezco {a} de descuento si se lo queda, o uno nuevo. Usted dirá."],
 ["Mejor uno nuevo, gracias.", "Nadie ha venido a verlo y estorba en el pasillo.", "Me vale el descuento, total, va contra la pared."],
 ["El transportista renuncia a verlo: fuera del pasillo.", "Los {a} ya van hacia su tarjeta."]),
"material": (
 ["Alergia: duda sobre el material", "¿De qué está hecho?", "¿Lleva níquel?"],
 ["Mi hija es alérgica al látex. ¿Lleva algo {el}?", "¿Es apta para alimentos la madera {del} una vez aceitada?", "¿De dónde viene la madera {del}, y está certificada?"],
 ["La ficha solo dice «materiales varios».", "El {d} le dio reacción otra marca.", "En el chat me mandaron a la página de la que venía."],
 ["No lleva látex: el reverso es polipropileno y el hilo, algodón. Adjunto la ficha del fabricante.", "El roble es de bosques gestionados del sur de Suecia (FSC Mixto). El aceite no lleva secantes y a la semana es apto para alimentos."],
 ["Qué alivio, lo pedimos esta noche.", "¿Y la cola?", "Pónganlo en la ficha, otros se lo preguntarán."],
 ["La cola es al agua y la ficha ya está publicada.", "Buena idea, está en la tabla desde esta mañana."]),
"payment": (
 ["Cobrado dos veces: {o}", "Tarjeta rechazada", "Problema con el pago"],
 ["Me han cobrado dos veces {a} por {el}.", "La caja rechaza mi tarjeta y el banco dice que todo está bien.", "Hice la transferencia el {d} y el pedido sigue «pendiente de pago»."],
 ["El número es {card}, por si ayuda.", "He probado tres navegadores.", "En el concepto puse {o}."],
 ["La segunda línea es una retención y caduca el {d} como tarde. No mande nunca un número de tarjeta entero por correo; lo he borrado.", "La transferencia vino sin concepto. Ya está asignada y mañana sale el envío."],
 ["Ha desaparecido, como dijo.", "Sigue ahí y a mi descubierto no le hace gracia.", "Gracias por la rapidez, y entendido lo de la tarjeta."],
 ["He pedido al banco que la libere; prometen esta tarde.", "Entonces todo en orden. ¡Que lo disfrute!"]),
"label": (
 ["Etiqueta de devolución", "No tengo impresora", "Devolver {el}"],
 ["Quiero devolver {el} y la página de la etiqueta sale en blanco.", "No tengo impresora. ¿Cómo mando de vuelta {el}?", "La etiqueta es para 5 kg y {el} pesa {n}0."],
 ["Está sin usar y en su envoltorio.", "Solo es por el color, no tiene ningún defecto.", "El punto de entrega más cercano está en la estación de {c}."],
 ["No hace falta imprimir: le he enviado un código que escanean en el punto. Guarde el resguardo hasta el reembolso.", "A partir de 30 kg lo recogemos. Elija día en el enlace; el conductor trae la etiqueta."],
 ["Su lector no reconocía el código.", "Entregado esta tarde, el resguardo está en el cajón.", "¿Podría ser después de las cinco? Trabajo en {c}."],
 ["La última franja es de seis a ocho y le he apuntado el {d}.", "Tenían el programa antiguo; el código que empieza por R vale en todas partes."]),
}
GREET = ["Hola:", "Buenos días:", "Buenas tardes:", "Estimados señores:", ""]
CLOSE = ["Un saludo", "Saludos cordiales", "Muchas gracias de antemano", "Atentamente"]
LIFE = [
 "No corre prisa, solo quería saberlo.", "Escribo desde el ordenador de mi hija porque el mío está en reparación.", "Contesten por correo, por favor; de día no puedo atender el teléfono.", "Soy cliente desde el primer catálogo.", "Perdonen que me extienda.",
 "En las páginas de ayuda no encontré nada parecido.", "Es la segunda vez que escribo por esto.", "La última vez fueron muy amables, así que confío.", "Pueden llamarme después de las seis al {phone}.", "La dirección es la misma: {street}.", "Por ese precio esperaba algo mejor.",
 "Agradecería una respuesta antes del {d}.", "La cuenta está a nombre de {mail}.", "Por si hay reembolso: {iban}.", "El chat me pidió la IP: {ip}.", "Puedo enviar más fotos.", "El resto del pedido estaba perfecto.", "Tras veinte minutos de arpa al teléfono, colgué.",
]
AGENT_GREET = ["Hola, {first}:", "Estimado/a {name}:", "Buenos días, {name}:"]
AGENT_CLOSE = ["Un cordial saludo\n{agent}\nLindholm Home & Garden", "Saludos desde el taller\n{agent}", "Atentamente\n{agent}\nAtención al cliente, Lindholm Home & Garden\n+34 900 55 01 00 | help.shop.example"]
MACROS = [
 "Gracias por escribir a Lindholm Home & Garden. Hemos recibido su mensaje y alguien del equipo lo atenderá en un día laborable. En help.shop.example encontrará muchas respuestas a cualquier hora.",
 "Como no hemos vuelto a saber de usted, suponemos que todo está resuelto y cerramos la consulta. Si nos necesita de nuevo, conteste a este mensaje.",
 "Para ayudarle cuanto antes, envíenos por favor: su número de pedido, una foto del artículo y una foto de la etiqueta de la caja. Con eso solemos decidir el mismo día.",
 "¿Cómo valora la ayuda recibida? Bien, estoy satisfecho / Mal, no estoy satisfecho",
]
AUTO = ["Gracias por su mensaje. Estaré fuera de la oficina hasta el {d} sin acceso al correo. Para asuntos urgentes escriba a {mail}.", "Esta es una respuesta automática: su mensaje ha llegado al buzón de {name}. Este buzón no se atiende."]
AUTO_SUBJECT = ["Respuesta automática: su pedido {o}", "Fuera de la oficina: Re: [Lindholm] Su consulta"]
MOBILE = ["Enviado desde mi iPhone", "Obtener Outlook para Android", "Enviado desde mi Samsung Galaxy."]
DISCLAIMER = "Este mensaje y sus archivos adjuntos van dirigidos exclusivamente a su destinatario y pueden contener información confidencial. Si lo ha recibido por error, le rogamos que lo comunique al remitente y lo elimine."
NOTES = ["Almacén avisado: quedan {n} en el pasillo 14. Reservar uno antes de contestar.", "La clienta tiene razón, ver foto 2. Gesto hasta {a} aprobado por Maja.", "Tercer contacto por {o}. NO mandar otra vez la macro."]
WROTE = "El {d}, {name} <{mail}> escribió:"
ORIGINAL = ("-----Mensaje original-----", "De: ", "Enviado: ", "Para: ", "Asunto: ")
MERGED = "La consulta n.º {x} «{s}» se cerró y se fusionó con esta. Último comentario de la consulta n.º {x}:"
MERGE_CLOSE = "Esta consulta se cerró y se fusionó con la consulta n.º {x} «{s}»."
THANKS = ["¡Muchas gracias!", "Estupendo, gracias.", "Perfecto, es todo lo que necesitaba.", "Mil gracias por la ayuda."]
DATES = ["{d} de {m}", ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"]]
